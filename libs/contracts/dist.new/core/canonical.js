/** JSON with sorted keys and no blanks (RFC 8785 for strings, whole numbers, booleans, null, arrays, objects). */ export function canonicalJson(value) {
    if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
    if (value !== null && typeof value === 'object') {
        const entries = Object.entries(value).filter(([, entry])=>entry !== undefined).sort(([a], [b])=>a < b ? -1 : 1);
        return `{${entries.map(([key, entry])=>`${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
    }
    return JSON.stringify(value);
}

//# sourceMappingURL=canonical.js.map
