import { Link } from 'react-router';
import { Icon } from '../../design/Icon.js';
import { useLanguage, useWords } from '../../i18n/index.js';
import { isOpen, textPath, type ReadFile, type Reading } from './proposals.js';
import css from './Text.module.css';
import { textWords } from './textWords.js';

const BAD: readonly Reading['state'][] = ['ENCRYPTED', 'DAMAGED', 'BOMB'];
const toneOf = ({ state, remarks }: Reading): 'good' | 'bad' | 'amber' | 'waiting' => {
  if (state === 'PENDING') return 'waiting';
  if (BAD.includes(state)) return 'bad';
  return state === 'READ' && remarks.length === 0 ? 'good' : 'amber';
};
const ICONS = { good: 'checkCircle', bad: 'stop', amber: 'warn', waiting: 'clock' } as const;

/** How a file's text was read, and the way to it. */
export function ReadingStatus(props: {
  readonly contractId: string;
  readonly file: ReadFile;
  /** Among other files it says which it is of. */
  readonly named?: boolean;
  /** On the page of the text itself there is no way to it. */
  readonly here?: boolean;
}) {
  const { file } = props;
  const t = useWords(textWords);
  const { language } = useLanguage();
  const { reading } = file;
  if (!reading) return null;
  const tone = toneOf(reading);
  const open = reading.proposals.filter(isOpen).length;
  return (
    <div className={css['reading']} data-tone={tone}>
      <p className="row" role="status">
        <Icon name={ICONS[tone]} size={16} />
        {props.named && <strong>{file.name}</strong>}
        <span>{language === 'zh' ? reading.message : t.state[reading.state]}</span>
        {reading.state === 'READ' && !props.here && (
          <Link to={textPath(props.contractId, file.id)} title={t.recorded}>
            {t.open}
            <span className="vh">{t.of(file.name)}</span>
          </Link>
        )}
        {reading.proposals.length > 0 && <span className="quiet">{t.found(open)}</span>}
      </p>
      {reading.remarks.map((remark) => (
        <p key={remark} className={css['remark']}>
          {remark}
        </p>
      ))}
      {reading.likenesses.map(({ basisPoints, registered, contract }, index) => (
        <p key={index} className={css['remark']}>
          {t.alike(Math.floor(basisPoints / 100), registered)}
          {contract && (
            <>
              {' '}
              <Link to={`/contracts/${contract.id}`}>
                {contract.registrationNumber ?? contract.acceptanceNumber ?? t.noNumber} {contract.title}
              </Link>
            </>
          )}
        </p>
      ))}
    </div>
  );
}

/** The text of one of the files is still being read. */
export const isBeingRead = (files: readonly ReadFile[]): boolean =>
  files.some(({ reading }) => reading?.state === 'PENDING');
