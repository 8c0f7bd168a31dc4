import { countText } from '../../kernel/count-text';
import type { CheckJson } from '../check/json';
import type { ReportJson } from './json';

/** What one workbook of several came to. */
export interface UnitSummary {
  readonly file: string;
  readonly folder: string;
  readonly json: ReportJson;
  readonly missing: number;
}

export interface SummaryJson {
  readonly version: 1;
  readonly profile: string;
  readonly units: readonly {
    readonly file: string;
    readonly folder: string;
    readonly unit: string;
    readonly year: number;
    readonly errors: number;
    readonly warnings: number;
    readonly missing: number;
    readonly counts: CheckJson['counts'];
  }[];
}

/** What a person has set aside (已核实) is no longer 不平 here either. */
const of = ({ findings }: CheckJson, severity: string): number =>
  findings.filter((finding) => finding.severity === severity && !finding.aside).length;

/** 汇总.json */
export const summaryJson = (units: readonly UnitSummary[], profile: string): SummaryJson => ({
  version: 1,
  profile,
  units: units.map(({ file, folder, json, missing }) => ({
    file,
    folder,
    unit: json.unit,
    year: json.year,
    errors: of(json.check, 'error'),
    warnings: of(json.check, 'warning'),
    missing,
    counts: json.check.counts,
  })),
});

/** 汇总.txt: the units with something wrong first. */
export function summaryText(units: readonly UnitSummary[]): string {
  const lines = summaryJson(units, '').units.map((unit) => ({
    errors: unit.errors,
    line: `${unit.unit || unit.file}  ${unit.year}年度  不平 ${countText(unit.errors)}  提示 ${countText(unit.warnings)}  待补充 ${countText(unit.missing)}  未核对 ${countText(unit.counts.blocked)}  → ${unit.folder}`,
  }));
  const wrong = lines.filter(({ errors }) => errors > 0).length;
  return [
    `共 ${units.length} 个单位，${wrong} 个单位有不平。`,
    '',
    ...lines.sort((a, b) => b.errors - a.errors).map(({ line }) => line),
    '',
  ].join('\n');
}
