import { Link } from 'react-router';
import { useNameOf } from '../api/city.js';
import type { NeedCardFragment } from '../gql/graphql.js';
import { NeedOwner } from '../listings/cards.js';
import css from './Matches.module.css';
import { WithTerms } from './WithTerms.js';

/** A need of a matched pair: its title with what both sides name, whose it is and where. */
export function NeedNamed({
  match: { needId, need, sharedTerms },
}: {
  match: {
    readonly needId: string;
    readonly need: NeedCardFragment | null;
    readonly sharedTerms: readonly string[];
  };
}) {
  const nameOf = useNameOf();
  return (
    <>
      <h3 className={css['title']}>
        <Link to={`/needs/${needId}`}>
          <WithTerms text={need?.title ?? ''} terms={sharedTerms} />
        </Link>
      </h3>
      {need && (
        <p className="quiet">
          <NeedOwner need={need} /> · {nameOf('divisions', need.divisionCode, need.divisionName)}
        </p>
      )}
    </>
  );
}
