const { ESLintUtils } = require('@typescript-eslint/utils');

/** Ways of a string to look into it. */
const probes = new Set(['includes', 'startsWith', 'endsWith', 'indexOf', 'search', 'match', 'matchAll', 'replace', 'replaceAll', 'split']);
const comparisons = new Set(['===', '!==', '==', '!=']);

/**
 * What an error says is for a person; it is worded anew at will. A program that wants to know asks for the code.
 * Reports every probe of the words of an error: a regular expression, a search, a comparison, a switch.
 */
module.exports = ESLintUtils.RuleCreator.withoutDocs({
  meta: { type: 'problem', schema: [], messages: { text: 'Ask for the code of an error (kernel/errors.ts), never for its words.' } },
  defaultOptions: [],
  create(context) {
    const services = ESLintUtils.getParserServices(context);
    const checker = services.program.getTypeChecker();

    const isError = (node) => {
      const type = services.getTypeAtLocation(node);
      const names = [type, ...(type.getBaseTypes?.() ?? [])].map((one) => one.symbol?.name);
      return names.includes('Error') || checker.getPropertyOfType(type, 'stack') !== undefined;
    };
    const isUnknown = (node) => ['unknown', 'any'].includes(checker.typeToString(services.getTypeAtLocation(node)));

    /** error.message, error.stack, String(error), `${error}`, error.toString() */
    const isText = (node) => {
      if (node.type === 'ChainExpression' || node.type === 'TSNonNullExpression') return isText(node.expression);
      if (node.type === 'LogicalExpression') return isText(node.left) || isText(node.right);
      if (node.type === 'ConditionalExpression') return isText(node.consequent) || isText(node.alternate);
      if (node.type === 'TemplateLiteral') return node.expressions.some((one) => isText(one) || isError(one));
      if (node.type === 'MemberExpression') return ['message', 'stack'].includes(node.property.name) && isError(node.object);
      if (node.type !== 'CallExpression') return false;
      const { callee, arguments: given } = node;
      if (callee.type === 'Identifier' && callee.name === 'String') return given.some((one) => isError(one) || isUnknown(one));
      if (callee.type !== 'MemberExpression') return false;
      return (callee.property.name === 'toString' && isError(callee.object)) || isText(callee.object);
    };

    return {
      CallExpression(node) {
        const { callee, arguments: given } = node;
        if (callee.type !== 'MemberExpression') return;
        const name = callee.property.name;
        const tested = ['test', 'exec'].includes(name) && given.some(isText);
        if (tested || (probes.has(name) && isText(callee.object))) context.report({ node, messageId: 'text' });
      },
      BinaryExpression(node) {
        if (comparisons.has(node.operator) && (isText(node.left) || isText(node.right))) context.report({ node, messageId: 'text' });
      },
      SwitchStatement(node) {
        if (isText(node.discriminant)) context.report({ node, messageId: 'text' });
      },
    };
  },
});
