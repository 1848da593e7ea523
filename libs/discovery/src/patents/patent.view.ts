import { TECH_FIELDS, type Actor, type LegalDay } from '@jihui/kernel';
import type { City } from '@jihui/platform';
import { isInside } from '../core/relation.js';
import {
  activeLicences,
  displayNumber,
  isOpenPatent,
  standingOpenLicence,
  type Patent,
} from '../core/patents/patent.js';

/** A place that the city's file does not name. */
const OUTSIDE = '市外';

const nameIn = (table: Readonly<Record<string, string>>, code: string | null): string | null =>
  code === null ? null : (table[code] ?? null);

function licencesOf({ licences, content, state }: Patent, inside: boolean, today: LegalDay) {
  const lives = state === 'GRANTED' && content.expiresOn >= today;
  const active = new Set(lives ? activeLicences(licences, today).map(({ id }) => id) : []);
  return licences
    .filter(({ filedOn }) => inside || filedOn !== null)
    .map(({ contractId, fee, ...licence }) => ({
      ...licence,
      fee: inside ? fee : null,
      contract: contractId === null ? null : { __typename: 'Contract' as const, id: contractId },
      active: active.has(licence.id),
    }));
}

/** A patent as the graph shows it to the actor on that day. */
export function patentView(patent: Patent, holderName: string, actor: Actor, today: LegalDay, city: City) {
  const inside = isInside(actor, patent);
  const { content, openLicence } = patent;
  return {
    source: patent,
    inside,
    ...content,
    id: patent.id,
    version: patent.version,
    displayNumber: displayNumber(content),
    state: patent.state,
    stateSince: patent.history.at(-1)?.on ?? null,
    history: patent.history.map(({ note, ...entry }) => ({ ...entry, note: inside ? note : '' })),
    open: isOpenPatent(patent),
    holder: { __typename: 'Organisation' as const, id: patent.ownerId },
    holderName,
    divisionName: city.divisionName(content.divisionCode) ?? OUTSIDE,
    clusterName: content.cluster === null ? null : (city.clusterName(content.cluster) ?? null),
    techFieldName: nameIn(TECH_FIELDS, content.techField),
    feeReduction: inside ? content.feeReduction : null,
    paidThrough: inside ? patent.paidThrough : null,
    fees: inside ? patent.fees : null,
    licences: licencesOf(patent, inside, today),
    pledges: patent.pledges.map((pledge) => ({
      ...pledge,
      securedAmount: inside ? pledge.securedAmount : null,
    })),
    openLicence:
      openLicence === null
        ? null
        : {
            ...openLicence,
            active: patent.state === 'GRANTED' && standingOpenLicence(patent, today) !== null,
          },
    createdAt: patent.createdAt,
    updatedAt: patent.updatedAt,
  };
}
export type PatentView = ReturnType<typeof patentView>;
