import { lazy, Suspense, useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { MAX_SEARCH } from '../design/searchText.js';
import css from './Suggest.module.css';

/** What is suggested is loaded with the first key: the first page of a visitor comes without it. */
const Suggestions = lazy(() =>
  import('./Suggestions.js').then((module) => ({ default: module.Suggestions })),
);

/**
 * The field of the one search box: as one types it names what bears these words, grouped by kind. The arrows choose, Enter
 * opens what is chosen or else searches for the words, Escape closes.
 */
export function SuggestInput({
  value,
  onChange,
  label,
  onLeave,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly label: string;
  /** What is suggested was chosen. */
  readonly onLeave?: (() => void) | undefined;
}) {
  const navigate = useNavigate();
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(-1);
  /** Addresses of what is suggested, in the order in which it is shown. */
  const [addresses, setAddresses] = useState<readonly string[]>([]);
  const shown = open && value.trim() !== '';
  const close = (): void => {
    setOpen(false);
    setChosen(-1);
  };
  const go = (address: string): void => {
    close();
    onLeave?.();
    void navigate(address);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What an input method takes is none of ours.
    if (event.nativeEvent.isComposing || !shown) return;
    const count = addresses.length;
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && count > 0) {
      event.preventDefault();
      // Beyond either end stands the field itself.
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setChosen((now) => ((now + 1 + step + count + 1) % (count + 1)) - 1);
    } else if (event.key === 'Enter') {
      const address = addresses[chosen];
      if (address === undefined) close();
      else {
        event.preventDefault();
        go(address);
      }
    }
  };
  return (
    <div className={css['field']}>
      <input
        type="text"
        role="combobox"
        inputMode="search"
        enterKeyHint="search"
        value={value}
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        maxLength={MAX_SEARCH}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && chosen >= 0 ? `${listId}-${chosen}` : undefined}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setChosen(-1);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <Suspense>
          <Suggestions id={listId} typed={value} chosen={chosen} onFound={setAddresses} onChoose={go} />
        </Suspense>
      )}
    </div>
  );
}
