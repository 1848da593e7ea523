import { say } from '@jihui/kernel';
import { byName, type BidContents, type StatedPerson } from './contents.js';
import type { CheckFacts } from './facts.js';
import { B4, finding, when, type Finding } from './finding.js';

const article = { article: B4 };

/**
 * A person appears in one bid only (reference B4). Who is of one name and one unit is one person; who is of one name and
 * another unit may be one, and is pointed out.
 */
export function peopleFindings(
  { otherPeople, bannedPeople }: CheckFacts,
  { people }: BidContents,
): readonly Finding[] {
  return [
    ...when(people.length === 0, () =>
      finding(
        'WARNING',
        'NO_PEOPLE',
        '没有逐人填写项目负责人和团队成员，无法核对一人只参加一份方案',
        article,
      ),
    ),
    ...[...byName(people)].flatMap(([name, units]) => {
      const banned = bannedPeople.get(name);
      return banned === undefined
        ? []
        : [...units].map(([unit, person]) => foundBanned(person, banned.has(unit)));
    }),
    ...[...byName(people)].flatMap(([name, units]) => {
      const namesakes = otherPeople.get(name);
      return namesakes === undefined
        ? []
        : [...units].map(([unit, person]) =>
            foundAgain(person, namesakes.has(unit), [...namesakes.values()]),
          );
    }),
  ];
}

/** 失信禁入 (reference B8): of one name and unit it is the person, of one name alone it may be. */
const foundBanned = ({ name, unit }: StatedPerson, sameUnit: boolean): Finding =>
  sameUnit
    ? finding('BLOCK', 'PERSON_BANNED', say`${name}（${unit}）因失信在禁入期内，不能参加`, article)
    : finding(
        'WARNING',
        'NAMESAKE_BANNED',
        say`${name}（${unit}）与失信禁入的人员同名，须核实是否同一人`,
        article,
      );

function foundAgain(
  { name, unit }: StatedPerson,
  sameUnit: boolean,
  [namesake]: readonly StatedPerson[],
): Finding {
  return sameUnit
    ? finding(
        'BLOCK',
        'PERSON_IN_TWO_BIDS',
        say`${name}（${unit}）同时出现在另一份方案的团队中，同一人只能参加一份`,
        article,
      )
    : finding(
        'WARNING',
        'NAMESAKE_IN_TWO_BIDS',
        say`${name}（${unit}）与另一份方案团队中${namesake?.unit ?? ''}的人员同名，须核实是否同一人`,
        article,
      );
}
