/**
 * Remembers what was pressed in a lab before its code had loaded: [element, value of a slider or null].
 * It stands in the page before the labs; written without quotes that HTML would need escaped, and known to the policy of pages that are
 * made for one request by its hash.
 */
export const earlyPressScript = `(()=>{if(window.handrailEarly)return;const q=window.handrailEarly=[];const note=e=>{const b=e.target.closest?.(\`[data-press]\`);if(b&&!b.closest(\`[data-live]\`)&&(e.type===\`input\`)===(b.localName===\`input\`))q.push([b,b.value])};addEventListener(\`click\`,note,true);addEventListener(\`input\`,note,true)})()`;
