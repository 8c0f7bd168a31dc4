import type { Settings } from '../../app/ports';
import { inExcel } from './run';

/** Our settings among those of other add-ins. */
const keyOf = (key: string): string => `juesuan.${key}`;

/**
 * Settings that travel with the workbook once it is saved. An empty value removes the setting. One that has the value
 * already is not written: before ExcelApi 1.19 a setting empties the list of undo steps like any other write.
 */
export const excelSettings = (): Settings => ({
  get: (key) => inExcel({ what: '读取设置', left: '工作簿未改动。' }, (context) => valueOf(context, key)),
  set: (key, value) =>
    inExcel({ what: '保存设置', left: '工作簿的内容未改动。' }, async (context) => {
      if (((await valueOf(context, key)) ?? '') === value) return;
      const setting = context.workbook.settings.add(keyOf(key), value);
      if (value === '') setting.delete();
      await context.sync();
    }),
});

async function valueOf(context: Excel.RequestContext, key: string): Promise<string | undefined> {
  const setting = context.workbook.settings.getItemOrNullObject(keyOf(key));
  setting.load('value');
  await context.sync();
  return setting.isNullObject || typeof setting.value !== 'string' ? undefined : setting.value;
}
