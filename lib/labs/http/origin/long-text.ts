const sentence =
  'HTTP is a request and a response. A client asks for a resource by its address, a server answers with a representation of it.\n' +
  'Between two requests the server remembers nothing of the client; what has to be remembered travels along, in fields.\n';

/** A text that is worth compressing. */
export const longText = Array.from({ length: 12 }, (_, number) => `${number + 1}. ${sentence}`).join('');

/** The same compressed by Brotli 11 (RFC 7932), base64: what a server does once when it is built. A test opens it. */
export const brotliOfLongText =
  'G34L4I3UYq0z7GTOmbInVGjan6opeRNjYbCKJBTg33bg9Ae73aiCrii0gBJMwB+GQc3tCqkacAb9DYbfVTCOfiWaBCY/GRSXnrHonx/HRsx0Ni3caoig8iCPaDaE2HBaiFJo6rFWWmKqpSzncVfS943n8tIRB3ebKb0rnIWPw35s+HdJzhRXAVcFVwNXB9cA1wTX4r00BS8FVwY=';
