import { Button } from '@fluentui/react-components';
import { Problems } from '../pane/Problems';
import { usePane } from '../ui/context';
import { Fold } from '../ui/Fold';
import { Notice } from '../ui/Notice';
import type { TaskState } from './task-desk';

/** What a task met with or has done; otherwise the same of the pane's own jobs (saving a file, last year's workbook). */
export function TaskProblem({ task: { problem, notice }, dismiss }: { task: TaskState; dismiss: () => void }) {
  const { state } = usePane();
  if (!problem && !notice) {
    if (!state.problem && !state.notice && state.unfinished.length + state.refused.length === 0) return null;
    return (
      // It stands inside what scrolls here, which has its own margin.
      <div style={{ margin: '8px -16px 0' }}>
        <Problems />
      </div>
    );
  }
  const kind = !problem ? 'good' : problem.details ? 'error' : 'warning';
  return (
    <div aria-live="polite" style={{ paddingTop: '8px' }}>
      <Notice
        kind={kind}
        title={!problem ? undefined : problem.details ? '没有完成' : '请处理'}
        actions={
          <Button size="small" onClick={dismiss}>
            知道了
          </Button>
        }
      >
        <span style={{ whiteSpace: 'pre-wrap' }}>{problem?.message ?? notice}</span>
        {problem?.details && <Fold label="详细信息">{() => <div style={{ whiteSpace: 'pre-wrap' }}>{problem.details}</div>}</Fold>}
      </Notice>
    </div>
  );
}
