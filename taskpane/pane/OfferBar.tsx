import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePane } from '../ui/context';
import { useFocusBack } from '../ui/focus-back';
import { offer, useOffer, type Offer } from '../ui/offer';
import { copyRich, saveFile } from '../ui/save';
import { useStyles } from '../ui/styles';

const size = (bytes: number): string => (bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`);

/** The file that has been prepared: one more click saves it, and it says so afterwards. Excel for Mac saves nothing from a pane. */
export function OfferBar() {
  const waiting = useOffer();
  return waiting ? <Waiting key={waiting.name} {...waiting} /> : null;
}

function Waiting({ name, bytes, type, words, note }: Offer) {
  const styles = useStyles();
  const { session, door } = usePane();
  useFocusBack();
  const main = useRef<HTMLButtonElement>(null);
  // The next step, for the hands that asked for the file; whoever has gone on to a field stays there.
  useEffect(() => {
    if (!document.activeElement?.matches('input, textarea, select')) main.current?.focus();
  }, []);
  const done = (job: () => Promise<string> | string) => () => {
    offer(undefined);
    void session.attempt('保存', async () => job());
  };
  return (
    <div
      className={styles.row}
      role="status"
      style={{ flexWrap: 'wrap', paddingBottom: '8px' }}
      onKeyDown={(event) => event.key === 'Escape' && offer(undefined)}
    >
      <span className={styles.grow}>
        {door.savesFiles
          ? `已备好“${name}”（${size(bytes.length)}）${note ? `。${note}` : ''}`
          : 'Mac 版 Excel 的窗格不能保存文件，可以把带格式的全文复制到 Word。'}
      </span>
      {door.savesFiles ? (
        <Button
          ref={main}
          appearance="primary"
          size="small"
          onClick={done(() => {
            saveFile(name, bytes, type);
            return `“${name}”已交给下载，请在系统的“下载”文件夹里查看。`;
          })}
        >
          保存到本机
        </Button>
      ) : (
        <Button
          ref={main}
          appearance="primary"
          size="small"
          onClick={done(async () => {
            await copyRich(words);
            return '全文已复制，请到 Word 里粘贴。';
          })}
        >
          复制带格式的全文
        </Button>
      )}
      <Button size="small" onClick={() => offer(undefined)}>
        不保存
      </Button>
    </div>
  );
}
