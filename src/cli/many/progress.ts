import type { Io } from '../io';

/** Says how far a long run is, not more than once a second, with the time that is left once that can be told. */
export class FolderProgress {
  private began = 0;
  private last = 0;
  private step = '';
  private shown = false;

  constructor(private readonly io: Io) {}

  show(step: string, done: number, total: number): void {
    const now = this.io.now().getTime();
    if (step !== this.step) {
      this.step = step;
      this.began = now;
      this.last = now;
    }
    if (now - this.last < 1000) return;
    this.last = now;
    this.shown = true;
    const left = done === 0 ? '' : `，约剩 ${span(((now - this.began) / done) * (total - done))}`;
    this.io.progress?.(`${step} ${done}/${total}${left}`);
  }

  end(): void {
    if (this.shown) this.io.progress?.('');
  }
}

function span(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds < 90 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
}
