import { formsWords } from '../../src/checks/rows/fault';

test('forms are named by their numbers, each once; more than five end in 等', () => {
  expect(formsWords(['Z02', 'Z01_1', 'Z02'])).toBe('财决02、01-1表');
  expect(formsWords(['Z02', 'Z03', 'Z04', 'Z05', 'Z07'])).toBe('财决02、03、04、05、07表');
  expect(formsWords(['Z02', 'Z03', 'Z04', 'Z05', 'Z07', 'Z08'])).toBe('财决02、03、04、05、07等表');
});
