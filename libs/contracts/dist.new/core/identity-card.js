const WEIGHTS = [
    7,
    9,
    10,
    5,
    8,
    4,
    2,
    1,
    6,
    3,
    7,
    9,
    10,
    5,
    8,
    4,
    2
];
const CHECKS = '10X98765432';
/** Whether the 18th character of a resident identity number checks (GB 11643-1999). */ export function isIdCard(number) {
    if (!/^\d{17}[\dX]$/.test(number)) return false;
    const sum = WEIGHTS.reduce((total, weight, index)=>total + weight * Number(number[index]), 0);
    return CHECKS[sum % 11] === number[17];
}

//# sourceMappingURL=identity-card.js.map
