/** Highest serial that six digits hold. */ export const MAX_SERIAL = 999_999;
/** 登记编号: YYYY (legal year of registration) + registry code (6) + serial (6) (reference A5). */ export const registrationNumber = (year, registryCode, serial)=>`${year}${registryCode}${String(serial).padStart(6, '0')}`;
/** 受理号: its letters keep it from being taken for a registration number. */ export const acceptanceNumber = (year, registryCode, serial)=>`受理${year}${registryCode}${String(serial).padStart(6, '0')}`;
export const isRegistrationNumber = (text)=>/^\d{16}$/.test(text);

//# sourceMappingURL=numbers.js.map
