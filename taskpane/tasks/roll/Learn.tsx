import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { profileFileText } from '../../../src/narrative/profile-file';
import type { LearnedProfile } from '../../../src/roll/learn/learn';
import { learnedWords } from '../../../src/roll/learn/words';
import { profileFrom } from '../../session/own-profile';
import { chooseFile } from '../../ui/choose';
import { usePane } from '../../ui/context';
import { Fold } from '../../ui/Fold';
import { useGiveMade } from '../../ui/give';
import { useStyles } from '../../ui/styles';
import type { RollDesk, RollState } from './desk';

const useLocal = makeStyles({
  pairs: { margin: 0 },
  name: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, marginTop: tokens.spacingVerticalXS },
  words: { margin: 0, overflowWrap: 'anywhere' },
});

const type = 'application/json;charset=utf-8';

/** 学口径: the unit's own way of writing, learned from last year's document; shown, then kept and written with. */
export function Learn({ desk, roll }: { desk: RollDesk; roll: RollState }) {
  const styles = useStyles();
  const { state, session } = usePane();
  const { checked } = state;
  const { learned, work } = roll;
  const choose = (): void =>
    void chooseFile('.json').then(
      (file) =>
        file &&
        desk.attempt('读取口径文件', async () => {
          const text = await file.text();
          await session.takeProfile(await profileFrom(text, file.name), text);
        }),
    );
  return (
    <section className={styles.section} aria-label="学口径">
      <Fold label="把这份文档的写法学成本单位的口径" open={learned !== undefined}>
        {() => (
          <div className={styles.stack}>
            <div className={styles.small}>
              学章节、用语、小数和列法；先给您看，再用来生成说明。要有上年的决算报表。现在的口径：
              {state.profile?.name ?? '（还没有打开工作簿）'}
            </div>
            <div className={styles.row}>
              <Button
                size="small"
                disabled={!checked?.years.before || work !== undefined}
                onClick={() => checked && void desk.learn(checked)}
              >
                {learned ? '重新学' : '学一学'}
              </Button>
              <Button size="small" disabled={!checked || work !== undefined} onClick={choose}>
                用口径文件…
              </Button>
            </div>
            {learned && <Learned desk={desk} learned={learned} />}
          </div>
        )}
      </Fold>
    </section>
  );
}

function Learned({ desk, learned }: { desk: RollDesk; learned: LearnedProfile }) {
  const styles = useStyles();
  const local = useLocal();
  const { session } = usePane();
  const give = useGiveMade();
  const { profile, others } = learned;
  const text = profileFileText(profile);
  const name = `${profile.name}-口径.json`;
  const save = (): void => give('保存', () => ({ name, bytes: new TextEncoder().encode(text), type, words: text }));
  return (
    <div role="group" aria-label="学到的口径">
      <dl className={local.pairs}>
        {learnedWords(learned).map(([part, words]) => (
          <div key={part}>
            <dt className={local.name}>{part}</dt>
            <dd className={local.words}>{words}</dd>
          </div>
        ))}
      </dl>
      {others.length > 0 && (
        <Fold label={`没有学到的 ${others.length} 句`}>
          {() => (
            <ul className={styles.list}>
              {others.map((one, i) => (
                <li key={i} className={local.words}>
                  {one.text}
                </li>
              ))}
            </ul>
          )}
        </Fold>
      )}
      <div className={styles.row}>
        <Button size="small" appearance="primary" onClick={() => void session.takeProfile(profile, text)}>
          用它生成说明
        </Button>
        <Button size="small" onClick={save}>
          保存口径文件
        </Button>
        <Button size="small" onClick={desk.forgetLearned}>
          不要
        </Button>
      </div>
    </div>
  );
}
