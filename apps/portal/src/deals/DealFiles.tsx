import { useOutletContext } from 'react-router';
import css from './Deal.module.css';
import { Files } from './talk/Files.js';
import { Notes } from './talk/Notes.js';
import { readsRoom, type Deal } from './types.js';

/** 文件与备注. */
export function Component() {
  const deal = useOutletContext<Deal>();
  if (!readsRoom(deal)) return null;
  return (
    <div className={css['sections']}>
      <Files deal={deal} />
      <Notes deal={deal} />
    </div>
  );
}
