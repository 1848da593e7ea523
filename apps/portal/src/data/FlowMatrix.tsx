import { Button } from '../design/Button.js';
import { Money, useMoneyText } from '../design/Values.js';
import { useWords } from '../i18n/index.js';
import css from './Data.module.css';
import type { ContractFigure } from './FigureTable.js';
import { dataWords } from './words.js';

/** `seller>buyer`, with their names. */
const endsOf = ({ key, label }: ContractFigure) => {
  const [seller = '', buyer = ''] = key.split('>');
  const [sellerName = seller, buyerName = buyer] = label.split(' → ');
  return { seller, buyer, sellerName, buyerName };
};

/** 流向矩阵: where the sellers are against where the buyers are; the darker a cell, the more went that way. */
export function FlowMatrix({
  figures,
  onPick,
}: {
  figures: readonly ContractFigure[];
  onPick?: ((figure: ContractFigure) => void) | undefined;
}) {
  const t = useWords(dataWords);
  const money = useMoneyText();
  const ends = figures.map((figure) => ({ figure, ...endsOf(figure) }));
  const sellers = new Map(ends.map(({ seller, sellerName }) => [seller, sellerName]));
  const buyers = new Map(ends.map(({ buyer, buyerName }) => [buyer, buyerName]));
  const most = Math.max(1, ...figures.map(({ total }) => total));
  return (
    <section className={css['chart']}>
      <h2>{t.flow}</h2>
      <p className="quiet">{t.flowNote}</p>
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={t.flow}>
        <table className={css['matrix']}>
          <caption className="vh">{t.flow}</caption>
          <thead>
            <tr>
              <th scope="col">
                {t.sellerSide} ＼ {t.buyerSide}
              </th>
              {[...buyers].map(([key, name]) => (
                <th key={key} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...sellers].map(([seller, name]) => (
              <tr key={seller}>
                <th scope="row">{name}</th>
                {[...buyers.keys()].map((buyer) => {
                  const found = ends.find(
                    (entry) => entry.seller === seller && entry.buyer === buyer,
                  )?.figure;
                  if (!found) return <td key={buyer}>—</td>;
                  const weight = Math.round((Math.max(0, found.total) / most) * 14);
                  return (
                    <td
                      key={buyer}
                      style={{
                        background: `color-mix(in srgb, var(--accent) ${weight}%, var(--surface))`,
                      }}
                    >
                      {onPick ? (
                        <Button
                          size="small"
                          tone="quiet"
                          label={`${found.label} ${money(found.total)}`}
                          onClick={() => onPick(found)}
                        >
                          {money(found.total)}
                        </Button>
                      ) : (
                        <Money fen={found.total} />
                      )}
                      <small className="quiet">
                        {found.count} {t.items}
                      </small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
