import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AuthorisationLetter,
  AuthorisationMatter,
  IdentityFile,
  LetterState,
} from '../core/letter/letter.js';

@Entity({ schema: 'identity', name: 'letter' })
export class LetterRow implements AuthorisationLetter {
  @PrimaryColumn('uuid') id!: string;
  @Column('int') version!: number;
  @Column('text') state!: LetterState;
  @Column('uuid') organisationId!: string;
  @Column('uuid') personId!: string;
  @Column('text', { array: true }) matters!: AuthorisationMatter[];
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('uuid') fileId!: string;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('text') revokeReason!: string;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz') updatedAt!: Date;
}

@Entity({ schema: 'identity', name: 'file' })
export class FileRow implements IdentityFile {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') sha256!: string;
  @Column('text') name!: string;
  /** bigint: the driver answers it as text. */
  @Column('bigint', { transformer: { to: (size: number) => size, from: Number } }) size!: number;
  @Column('text') type!: string;
  @Column('uuid') uploadedBy!: string;
  @Column('timestamptz') createdAt!: Date;
}
