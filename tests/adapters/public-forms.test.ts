import { openWorkbook } from '../../src/adapters/file/open';
import { publicFormsWorkbook } from '../../src/adapters/file/public-forms';
import { strFromU8, unzipSync } from 'fflate';
import { formsToPublish } from '../../src/narrative/annexes/public';
import { sichuan2024 } from '../../src/narrative/profiles/sichuan-2024';
import { readWorkbook } from '../../src/reading/read';
import { buildYears, units } from '../kit/index';

test('the public forms by themselves: a sheet for each, the printed amounts, and no formula into sheets that are not there', async () => {
  const { facts } = await readWorkbook(buildYears(units.withFund).now);
  const forms = formsToPublish(facts, sichuan2024, facts.unitName, 2024);
  const bytes = publicFormsWorkbook(forms, facts.unitName);
  const { sheets } = openWorkbook(bytes, '公开表.xlsx', '本年');
  expect(sheets).toHaveLength(13);
  const total = forms[0]!.whole.body.flat().find(({ of }) => of)!;
  expect(sheets[0]!.values.flat()).toContain(Number(total.text.replace(/,/g, '')));
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    if (name.includes('worksheets')) expect(strFromU8(part)).not.toContain('<f>');
});
