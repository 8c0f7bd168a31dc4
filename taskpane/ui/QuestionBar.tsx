import { Button } from '@fluentui/react-components';
import { Notice } from './Notice';
import { useQuestion } from './ask';

/** The question that is open, in front of everything else; Esc takes the careful answer. */
export function QuestionBar() {
  const question = useQuestion();
  if (!question) return null;
  const { title, words, choices, escape, answer } = question;
  return (
    <div
      role="alertdialog"
      aria-label={title}
      style={{ padding: '0 16px' }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') answer(escape);
      }}
    >
      <Notice
        kind="warning"
        title={title}
        actions={choices.map(({ id, label }, index) => (
          <Button
            key={id}
            size="small"
            appearance={index === 0 ? 'primary' : 'secondary'}
            autoFocus={index === 0}
            onClick={() => answer(id)}
          >
            {label}
          </Button>
        ))}
      >
        {words}
      </Notice>
    </div>
  );
}
