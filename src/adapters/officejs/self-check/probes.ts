/** One question to Excel, on a sheet of its own. `no` is the number in tests/excel-host/BEHAVIOURS.md. */
export interface Probe {
  readonly no: string;
  readonly what: string;
  /** What the product rests on. */
  readonly expected: string;
  ask(context: Excel.RequestContext, sheet: Excel.Worksheet): Promise<string>;
}

const quoted = (value: unknown): string => JSON.stringify(value);
const text = (range: Excel.Range): string => quoted(range.values);

/** The code with which Excel refuses what the batch asks for; 通过 when it does not. */
async function refusal(context: Excel.RequestContext): Promise<string> {
  try {
    await context.sync();
    return '通过';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const formula = '=N("自检")=0';

/** In an order in which none leaves behind what disturbs a later one: each has cells of its own. */
export const probes: readonly Probe[] = [
  {
    no: '1',
    what: '不存在的工作表',
    expected: 'ItemNotFound',
    ask: (context) => {
      context.workbook.worksheets.getItem('没有这张表_自检').load('name');
      return refusal(context);
    },
  },
  {
    no: '3',
    what: '空白单元格',
    expected: '[[""]]',
    async ask(context, sheet) {
      const range = sheet.getRange('A1');
      range.load('values');
      await context.sync();
      return text(range);
    },
  },
  {
    no: '7',
    what: '合并单元格只有首格有值',
    expected: '[["头",""]]',
    async ask(context, sheet) {
      const range = sheet.getRange('B1:C1');
      range.values = [['头', '丢']];
      range.merge();
      range.load('values');
      await context.sync();
      return text(range);
    },
  },
  {
    no: '9',
    what: '文本格式的单元格里，像公式的文字仍是文字',
    expected: '[["=1+1","+1","007"]]',
    async ask(context, sheet) {
      const range = sheet.getRange('A2:C2');
      range.numberFormat = [['@', '@', '@']];
      range.formulas = [['=1+1', '+1', '007']];
      range.load('values');
      await context.sync();
      return text(range);
    },
  },
  {
    no: '9b',
    what: '常规格式的单元格里，普通文字仍是文字',
    expected: '[["2024年度","一、收入"]]',
    async ask(context, sheet) {
      const range = sheet.getRange('A3:B3');
      range.formulas = [['2024年度', '一、收入']];
      range.load('values');
      await context.sync();
      return text(range);
    },
  },
  {
    no: '10',
    what: '出错之前的写入留下，之后的不执行',
    expected: '[["前",""]]',
    async ask(context, sheet) {
      sheet.getRange('A4').values = [['前']];
      context.workbook.worksheets.getItem('没有这张表_自检').getRange('A1').values = [['x']];
      sheet.getRange('B4').values = [['后']];
      await refusal(context);
      return Excel.run(async (again) => {
        const range = again.workbook.worksheets.getItem(SHEET).getRange('A4:B4');
        range.load('values');
        await again.sync();
        return text(range);
      });
    },
  },
  {
    no: '24',
    what: '清除部分区域的条件格式',
    expected: '1',
    async ask(context, sheet) {
      sheet.getRange('E1:F4').conditionalFormats.add('Custom').custom.rule.formula = formula;
      sheet.getRange('E1:F2').conditionalFormats.clearAll();
      const { conditionalFormats } = sheet.getRange('E3:F4');
      conditionalFormats.load('items/id');
      await context.sync();
      return String(conditionalFormats.items.length);
    },
  },
  {
    no: '27',
    what: '单个单元格没有内部横线',
    expected: 'InvalidArgument',
    ask: (context, sheet) => {
      sheet.getRange('G1').format.borders.getItem('InsideHorizontal').style = 'Continuous';
      return refusal(context);
    },
  },
  {
    no: '28',
    what: '不设规则也能有输入提示，类型仍为 None，并能找到',
    expected: '["None","自检","H1"]',
    async ask(context, sheet) {
      const { dataValidation } = sheet.getRange('H1');
      dataValidation.prompt = { showPrompt: true, title: '自检', message: '可删' };
      dataValidation.load('type,prompt');
      const cells = sheet.getRange().getSpecialCellsOrNullObject('DataValidations');
      cells.load('address');
      await context.sync();
      const at = cells.isNullObject ? '' : cells.address.slice(cells.address.lastIndexOf('!') + 1).replace(/\$/g, '');
      return quoted([dataValidation.type, dataValidation.prompt.title, at]);
    },
  },
  {
    no: '29',
    what: '链接带文字时单元格显示该文字',
    expected: '[["去首格"]]',
    async ask(context, sheet) {
      const range = sheet.getRange('I1');
      range.hyperlink = { documentReference: `'${SHEET}'!A1`, textToDisplay: '去首格' };
      range.load('values');
      await context.sync();
      return text(range);
    },
  },
  {
    no: 'a',
    what: '在多块区域上加一条条件格式，能按公式认出',
    expected: '[1,"N(\\"自检\\")=0"]',
    async ask(context, sheet) {
      sheet.getRanges('J1,J3').conditionalFormats.add('Custom').custom.rule.formula = formula;
      const found = sheet.getRange('J1:J3').conditionalFormats;
      found.load('items/custom/rule/formula');
      await context.sync();
      return quoted([found.items.length, found.items[0]?.custom.rule.formula.replace(/^=/, '')]);
    },
  },
  {
    no: 'd',
    what: '一列数字的图表恰有一个系列',
    expected: '1',
    async ask(context, sheet) {
      sheet.getRange('K1:K2').values = [[1], [2]];
      const { series } = sheet.charts.add('ColumnClustered', sheet.getRange('K1:K2'), 'Columns');
      series.load('items/name');
      await context.sync();
      return String(series.items.length);
    },
  },
  {
    no: '33',
    what: '打印的缩放比例随时可设',
    expected: '70',
    async ask(context, sheet) {
      sheet.pageLayout.zoom = { scale: 70 };
      await context.sync();
      const { pageLayout } = sheet;
      pageLayout.load('zoom');
      await context.sync();
      return String(pageLayout.zoom.scale);
    },
  },
];

/** The sheet on which all this happens. */
export const SHEET = '自检_可删';
