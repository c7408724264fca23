export const home = {
  lede: 'Read how the web works, and operate it: bytes cross the wire, states change, and you decide what is lost on the way.',
  client: 'Client',
  server: 'Server',
  picture:
    'Three segments open a connection. The client sends SYN with sequence number 1234567. The server answers SYN ACK and acknowledges 1234568. The client acknowledges 7654322.',
  bytes: '1234567, as it crosses the wire',
  begin: 'Begin here',
  routes: (count: number): string => (count === 1 ? 'A recommended route' : 'Recommended routes'),
  paths: 'Paths',
  noPaths: 'No path has been published here yet.',
  facts: 'What to expect',
  realTitle: 'Computed, not played',
  real: 'A lab runs the protocol as its standard says. Download what crossed the wire and open it in Wireshark.',
  freeTitle: 'No account to begin',
  free: 'Reading and answering need no sign-in. Sign up later on the same browser, and what you did comes along.',
  feedbackTitle: 'Feedback on the thinking',
  feedback: 'An answer is told why it is right, or what it overlooks, and can be tried again.',
};
