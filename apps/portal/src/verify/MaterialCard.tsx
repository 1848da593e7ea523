import { Button } from '../design/Button.js';
import { Icon } from '../design/Icon.js';
import { useWords } from '../i18n/index.js';
import { KEYS_ADDRESS, LIST_ADDRESS, type useMaterial } from './material.js';
import css from './Verify.module.css';
import { verifyWords } from './words.js';

/** What the check rests on: keys and list with their dates, to save for later or to bring from a file. */
export function MaterialCard({ material }: { material: ReturnType<typeof useMaterial> }) {
  const t = useWords(verifyWords);
  const { trust, list, problem, loading } = material;
  return (
    <section className={css['material']} aria-label={t.material}>
      <h2>{t.material}</h2>
      <p className={css['state']}>
        <Icon name={trust ? 'checkCircle' : 'warn'} size={18} />
        <span>{loading ? t.loading : trust ? t.keysHere(trust.keys.length) : t.keysMissing}</span>
      </p>
      {!loading && (
        <p className={css['state']}>
          <Icon name={list ? 'checkCircle' : 'warn'} size={18} />
          <span>{list ? t.listHere(list.day, list.sequence, list.entries.length) : t.listMissing}</span>
        </p>
      )}
      {trust && <p className="quiet">{t.offline}</p>}
      {problem && (
        <p role="alert" className={css['problem']}>
          {t[problem]}
        </p>
      )}
      <div className={css['files']}>
        <Button size="small" icon="download" href={KEYS_ADDRESS} download>
          {t.saveKeys}
        </Button>
        <Button size="small" icon="download" href={LIST_ADDRESS} download>
          {t.saveList}
        </Button>
        <FileButton label={t.takeKeys} onFile={material.takeKeys} />
        {trust && <FileButton label={t.takeList} onFile={material.takeList} />}
      </div>
    </section>
  );
}

function FileButton({ label, onFile }: { label: string; onFile: (file: File) => Promise<void> }) {
  return (
    <label className={css['fileButton']}>
      <Icon name="upload" size={15} />
      {label}
      <input
        type="file"
        className="vh"
        accept="application/json,.json"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) void onFile(file);
          event.target.value = '';
        }}
      />
    </label>
  );
}
