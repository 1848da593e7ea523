import { lengthOf } from '@jihui/kernel';
/** Collects findings so that the applicant learns of all of them at once (一次性告知). */ export class Findings {
    block(path, code, message, basis = {}) {
        this.found.push({
            level: 'BLOCK',
            path,
            code,
            message,
            ...basis
        });
        return this;
    }
    warn(path, code, message, basis = {}) {
        this.found.push({
            level: 'WARNING',
            path,
            code,
            message,
            ...basis
        });
        return this;
    }
    blockIf(condition, path, code, message, basis = {}) {
        return condition ? this.block(path, code, message, basis) : this;
    }
    warnIf(condition, path, code, message, basis = {}) {
        return condition ? this.warn(path, code, message, basis) : this;
    }
    /** A field that must be filled before submission. */ required(path, label, value, basis = {}) {
        const empty = value === null || value === undefined || value === '' || Array.isArray(value) && value.length === 0;
        return this.blockIf(empty, path, 'REQUIRED', `请填写${label}`, basis);
    }
    /** A text that must have so many characters before submission. */ text(path, label, value, min, basis = {}) {
        const length = lengthOf(value ?? '');
        if (length === 0) return this.required(path, label, null, basis);
        return this.blockIf(length < min, path, 'TOO_SHORT', `${label}至少${min}个字，现在${length}个字`, basis);
    }
    constructor(){
        this.found = [];
    }
}
export const blocks = (findings)=>findings.filter(({ level })=>level === 'BLOCK');

//# sourceMappingURL=findings.js.map
