import { Injectable, Logger } from '@nestjs/common';
import { system } from '@jihui/kernel';
import { uuidv7, Work, type Tx } from '@jihui/platform';
import { belongsTo } from './core/audiences.js';
import type { Notice } from './core/notices.js';
import { DigestStore, type DigestLine } from './store/digest.store.js';
import { PeopleStore } from './store/people.store.js';
import { Telling } from './telling.js';

const JOB = system('notifications.sendDigests');
/** Lines of one digest; of what is beyond, only the number is told. */
const SHOWN = 20;

/**
 * Tells each person once a morning what was found for them. What waits is taken off in the transaction that tells it: a
 * morning that breaks off goes on where it stood, and nobody is told twice.
 */
@Injectable()
export class Digests {
  private readonly log = new Logger(Digests.name);

  constructor(
    private readonly work: Work,
    private readonly digests: DigestStore,
    private readonly people: PeopleStore,
    private readonly telling: Telling,
  ) {}

  async run(): Promise<void> {
    let person = await this.digests.nextPerson(null);
    while (person !== undefined) {
      const personId = person;
      await this.work
        .run({ domain: 'notifications', name: 'sendDigest', actor: JOB }, (tx) => this.send(personId, tx))
        .catch((error: unknown) => this.log.warn(`${personId}: ${String(error)}`));
      person = await this.digests.nextPerson(personId);
    }
  }

  private async send(personId: string, tx: Tx): Promise<void> {
    const taken = await this.digests.take(personId);
    const candidates = await this.people.candidates(taken.flatMap(({ audiences }) => audiences));
    const person = candidates.find(({ id }) => id === personId);
    if (person === undefined) return;
    const lines = taken.filter(({ audiences }) => audiences.some((audience) => belongsTo(person, audience)));
    if (lines.length === 0) return;
    const id = uuidv7();
    const shown = lines.slice(0, SHOWN).map((line) => ({ title: inWords(line), link: line.link }));
    await this.telling.deliverTo(
      { person, notice: digestOf(lines) },
      shown,
      { subjectId: id, eventId: id, actorId: '' },
      tx,
    );
  }
}

const inWords = ({ title, count, best }: DigestLine): string => `${title}：${count} 个，最高匹配度 ${best}`;

function digestOf(lines: readonly DigestLine[]): Notice {
  const found = lines.reduce((total, { count }) => total + count, 0);
  const more =
    lines.length > SHOWN
      ? `以下是最相符的 ${SHOWN} 项，另有 ${lines.length - SHOWN} 项，可在各自页面查看。`
      : '';
  return {
    audiences: [],
    topic: 'DIGEST',
    kind: 'digest',
    merges: false,
    text: {
      title: `昨夜为您找到 ${found} 条新匹配`,
      body: `涉及 ${lines.length} 项成果、需求、专利或专长。${more}请查看推荐理由，并告诉我们是否有用。`,
      link: lines[0]?.link ?? '/inbox',
    },
    found: { count: found, best: lines[0]?.best ?? 0 },
  };
}
