/** What the front door says when it must refuse. Programs read the code, people this sentence. */
export const server = {
  refusals: {
    'bad-address': 'This address cannot be read.',
    'bad-host': 'The Host header cannot be read.',
    origin: 'This change did not come from a page of this site. Open the page here and try again.',
    'content-type': 'This call takes JSON: send content-type: application/json.',
    'too-large': 'This is more than can be sent at once (1 MiB).',
    'not-json': 'The body is not JSON.',
    method: 'This address does not take this method.',
    'not-found': 'There is nothing at this address.',
    session: 'Make a guest or sign in first.',
    'too-many': 'That was too much at once. Wait a moment and try again.',
    starting: 'Handrail is starting. Try again in a moment.',
    failed: 'This did not work because of a fault on our side. Nothing you sent was judged; try again.',
  },
};
