import {
  asConfirmation,
  confirmationFaults,
  type ConfirmationFault,
  type ConfirmedFor,
  type MemberConfirmation,
} from '@jihui/proofs';
import { t } from './dom.js';

/** Why a confirmation does not fit the bid. */
export function confirmationFault(fault: ConfirmationFault): string {
  switch (fault) {
    case 'NOT_SIGNED':
      return t('不是本平台签发的，或被改动过', 'Not signed by this platform, or changed');
    case 'OTHER_MEMBER':
      return t('是另一单位的确认', 'Of another organisation');
    case 'OTHER_CALL':
      return t('是为其他榜单确认的', 'Made for another call');
    case 'OTHER_ROUND':
      return t('是为其他轮次确认的', 'Made for another round');
    case 'OTHER_LEAD':
      return t('确认的牵头单位不是本单位', 'Made for another lead');
    case 'OTHER_AGREEMENT':
      return t('确认的协议与所选的文件不同', 'Of another agreement than the chosen file');
    case 'LATE':
      return t('晚于提交', 'Made too late');
  }
}

/** What does not fit, in words; null where the confirmation holds. */
export function saidOf(confirmation: MemberConfirmation, asked: ConfirmedFor): string | null {
  const faults = confirmationFaults(confirmation, asked);
  return faults.length === 0 ? null : faults.map(confirmationFault).join(t('；', '; '));
}

/** @throws Error where a file is no confirmation */
export async function readConfirmations(files: Iterable<File>): Promise<readonly MemberConfirmation[]> {
  const read: MemberConfirmation[] = [];
  for (const file of files) {
    const confirmation = asConfirmation(parsed(await file.text()));
    if (confirmation === null)
      throw new Error(t(`${file.name} 不是成员确认文件`, `${file.name} is no confirmation of a member`));
    read.push(confirmation);
  }
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
