/** Whose browser it is (RFC 5737: addresses for documentation). */
export const clientAddress = '192.0.2.10';
