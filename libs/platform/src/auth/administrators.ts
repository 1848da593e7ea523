/** Who is to administer the platform. */
export interface AdministratorForm {
  readonly email: string;
  readonly displayName: string;
  readonly password: string;
  /** The city's bureau, to be created when the platform holds none yet. */
  readonly bureau?: { readonly name: string; readonly uscc: string };
}

/** Makes a platform administrator at the command line. Declared here, provided by identity. */
export abstract class Administrators {
  /**
   * Makes the account, or raises an existing one of that address, whose password stays as it is.
   * @throws DomainError INVALID_INPUT with all violations
   */
  abstract create(form: AdministratorForm): Promise<{ readonly personId: string; readonly created: boolean }>;
}
