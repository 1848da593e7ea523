import { useOutletContext } from 'react-router';
import css from './Deal.module.css';
import { Contacts } from './talk/Contacts.js';
import { Messages } from './talk/Messages.js';
import { readsRoom, type Deal } from './types.js';

/** 沟通: the thread and the record of meetings. */
export function Component() {
  const deal = useOutletContext<Deal>();
  if (!readsRoom(deal)) return null;
  return (
    <div className={css['sections']}>
      <Messages deal={deal} />
      <Contacts deal={deal} />
    </div>
  );
}
