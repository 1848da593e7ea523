import { useViewer } from '../api/viewer.js';
import { Button } from '../design/Button.js';
import type { IconName } from '../design/Icon.js';

/** Beside a public list of those who are registered: the bureau's whole register, and one's own entry. */
export function JoinActions({
  register,
  own,
}: {
  readonly register: { readonly to: string; readonly label: string };
  readonly own: {
    readonly to: string;
    readonly icon: IconName;
    readonly mine: string;
    readonly join: string;
  };
}) {
  const { viewer, may } = useViewer();
  return (
    <>
      {may('REVIEW_LISTING') && (
        <Button icon="building" to={register.to}>
          {register.label}
        </Button>
      )}
      <Button tone="primary" icon={own.icon} to={own.to}>
        {viewer ? own.mine : own.join}
      </Button>
    </>
  );
}
