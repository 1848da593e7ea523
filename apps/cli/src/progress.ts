const live = process.stderr.isTTY;
const WIDTH = 28;

/** One line that says how far a long command is: redrawn on a terminal, written every few seconds elsewhere. */
export class ProgressLine {
  private written = 0;

  /** @param share between 0 and 1; undefined when the end is not known. */
  show(share: number | undefined, text: string): void {
    const bar = share === undefined ? '' : `${drawn(share)} ${String(Math.floor(share * 100)).padStart(3)}% `;
    if (live) process.stderr.write(`\r\u001b[2K${bar}${text}`);
    else if (Date.now() - this.written > 5_000) {
      this.written = Date.now();
      process.stderr.write(`${bar}${text}\n`);
    }
  }

  end(): void {
    if (live) process.stderr.write('\r\u001b[2K');
  }
}

const drawn = (share: number): string => {
  const full = Math.round(Math.min(1, share) * WIDTH);
  return `[${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}]`;
};
