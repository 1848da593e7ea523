import { say } from '@jihui/kernel';
import { byName, type BidContents, type StatedPerson } from './contents.js';
import type { CheckFacts } from './facts.js';
import { B4, finding, when, type Finding } from './finding.js';

const article = { article: B4 };

/**
 * A person appears in one bid only (reference B4). Who is of one name and one unit is one person; who is of one name and
 * another unit may be one, and is pointed out.
 */
export function peopleFindings({ otherPeople }: CheckFacts, { people }: BidContents): readonly Finding[] {
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
      const namesakes = otherPeople.get(name);
      return namesakes === undefined
        ? []
        : [...units].map(([unit, person]) =>
            foundAgain(person, namesakes.has(unit), [...namesakes.values()]),
          );
    }),
  ];
}

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
