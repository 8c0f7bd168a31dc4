import type { CauseGroup, CheckReport, Finding } from './outcome';

/** The result of a check in numbers. Each means one thing, in the pane, on 核对结果 and on the command line alike. */
export interface Tally {
  /** 已核对: places at which an equation could be evaluated. */
  readonly checked: number;
  readonly passed: number;
  /** 舍入差: within the printed digits. */
  readonly rounding: number;
  /** 不平: broken mandatory equations that nobody has set aside. */
  readonly unequal: number;
  /** Causes behind them. */
  readonly causes: number;
  /** 提示. */
  readonly doubts: number;
  /** 未核对: places that wait for a figure. */
  readonly unchecked: number;
  readonly notApplicable: number;
  /** 已核实: set aside by a person, counted nowhere else. */
  readonly aside: number;
}

const isOpen = ({ aside }: Finding): boolean => !aside;

/** Causes of 不平 of which something is still open, in the order of the report. */
export function openCauses(report: CheckReport): readonly CauseGroup[] {
  const open = new Set(report.findings.filter((finding) => isOpen(finding) && finding.severity === 'error').map(({ id }) => id));
  return report.groups.filter(({ findings }) => findings.some((id) => open.has(id)));
}

export function tallyOf(report: CheckReport): Tally {
  const { passed, rounding, failed, blocked, notApplicable } = report.counts;
  const open = report.findings.filter(isOpen);
  return {
    checked: passed + rounding + failed,
    passed,
    rounding,
    unequal: open.filter(({ severity }) => severity === 'error').length,
    causes: openCauses(report).length,
    doubts: open.filter(({ severity }) => severity === 'warning').length,
    unchecked: blocked,
    notApplicable,
    aside: report.findings.length - open.length,
  };
}
