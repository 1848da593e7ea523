import { belongsTo } from './audiences.js';
import type { Person } from './facts.js';
import type { Notice } from './notices.js';

/** One notice for one person. */
export interface Addressed {
  readonly person: Person;
  readonly notice: Notice;
}

/**
 * Who gets which of the notices of one act: each person at most one, the first that reaches them, and
 * never the one who acted.
 */
export function address(notices: readonly Notice[], people: readonly Person[], actorId: string): Addressed[] {
  return people
    .filter((person) => person.id !== actorId)
    .flatMap((person) => {
      const notice = notices.find(({ audiences }) =>
        audiences.some((audience) => belongsTo(person, audience)),
      );
      return notice === undefined ? [] : [{ person, notice }];
    });
}
