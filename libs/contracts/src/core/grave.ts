/** Where contracts are registered, under which prefix and up to which amount. Asks for a recent proof of who one is. */
export const GRAVE = ['saveRegistrationOffice'] as const;
