/** Whose browser it is, and whom it asks for names (RFC 5737: addresses for documentation). */
export const clientAddress = '192.0.2.10';
export const resolverAddress = '192.0.2.53';
