import type { CheckJson } from '../../src/cli/check/json';
import type { ReportJson } from '../../src/cli/report/json';
import { summaryJson, summaryText } from '../../src/cli/report/summary';

const finding = (severity: string, aside?: { reason: string }) => ({ severity, ...(aside ? { aside } : {}) });

test('a finding that a person has set aside is no longer counted as 不平 or 提示 of its unit', () => {
  const findings = [finding('error'), finding('error', { reason: '已核实' }), finding('warning', { reason: '已核实' }), finding('info')];
  const check = { findings, counts: { blocked: 2 } } as unknown as CheckJson;
  const units = [{ file: '甲.xlsx', folder: '甲', json: { unit: '甲局', year: 2024, check } as unknown as ReportJson, missing: 3 }];
  expect(summaryJson(units, 'sichuan-2024').units[0]).toMatchObject({ errors: 1, warnings: 0, missing: 3 });
  expect(summaryText(units)).toContain('甲局  2024年度  不平 1  提示 0  待补充 3  未核对 2  → 甲');
});
