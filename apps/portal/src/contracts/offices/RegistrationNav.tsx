import { useLocation } from 'react-router';
import { SubNav } from '../../design/SubNav.js';
import { useWords } from '../../i18n/index.js';
import { batchWords } from '../batch/batchWords.js';
import { proceedingWords } from '../proceedings/words.js';
import { ratingWords } from '../ratings/ratingWords.js';
import { replayWords } from '../replays/replayWords.js';
import { templateWords } from '../templates/templateWords.js';
import { workloadWords } from '../workload/workloadWords.js';
import { officeWords } from './officeWords.js';

/** The queue, also while one of its cases is open beside it. */
const QUEUE = /^\/registration(\/[0-9a-f-]{36})?$/;

/** 登记业务: the parts of the registrars' area, each with its own address. */
export function RegistrationNav() {
  const t = useWords(officeWords);
  const w = useWords(workloadWords);
  const p = useWords(proceedingWords);
  const b = useWords(batchWords);
  const r = useWords(ratingWords);
  const o = useWords(templateWords);
  const y = useWords(replayWords);
  const { pathname } = useLocation();
  return (
    <SubNav
      label={t.area}
      items={[
        { to: '/registration', label: t.queue, current: QUEUE.test(pathname) },
        { to: '/registration/batch', label: b.batch },
        { to: '/proceedings', label: p.desk },
        { to: '/tax-notices', label: p.notices },
        { to: '/registration/workload', label: w.workload },
        { to: '/registration/times', label: w.times },
        { to: '/registration/ratings', label: r.ratings, end: false },
        { to: '/registration/templates', label: o.templates },
        { to: '/registration/replays', label: y.replays, end: false },
        { to: '/registration/offices', label: t.offices, end: false },
      ]}
    />
  );
}
