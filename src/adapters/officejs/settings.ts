import type { Settings } from '../../app/ports';
import { inExcel } from './run';

/** Our settings among those of other add-ins. */
const keyOf = (key: string): string => `juesuan.${key}`;

/** Settings that travel with the workbook once it is saved. An empty value removes the setting. */
export const excelSettings = (): Settings => ({
  get: (key) =>
    inExcel({ what: '读取设置', left: '工作簿未改动。' }, async (context) => {
      const setting = context.workbook.settings.getItemOrNullObject(keyOf(key));
      setting.load('value');
      await context.sync();
      return setting.isNullObject || typeof setting.value !== 'string' ? undefined : setting.value;
    }),
  set: (key, value) =>
    inExcel({ what: '保存设置', left: '工作簿的内容未改动。' }, async (context) => {
      // `add` also replaces; a setting that was never there can thus be removed without asking first.
      const setting = context.workbook.settings.add(keyOf(key), value);
      if (value === '') setting.delete();
      await context.sync();
    }),
});
