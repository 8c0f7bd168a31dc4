import { Button } from '@fluentui/react-components';
import { Notice } from './Notice';
import { useQuestion, type Question } from './ask';
import { useFocusBack } from './focus-back';
import { useStyles } from './styles';

/** The question that is open, in front of everything else; Esc takes the careful answer. */
export function QuestionBar() {
  const question = useQuestion();
  return question ? <Asked key={question.title} {...question} /> : null;
}

function Asked({ title, words, choices, escape, answer }: Question) {
  useFocusBack();
  const styles = useStyles();
  return (
    <div
      role="alertdialog"
      aria-label={title}
      className={styles.drawer}
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
