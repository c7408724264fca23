export const trouble = {
  notFoundTitle: 'There is no page here',
  notFound: 'The address may be mistyped, or the page has moved. Nothing you did is lost.',
  failedTitle: 'This page could not be made',
  failed: 'The fault is ours. What you answered before is saved; trying again in a moment often helps.',
  again: 'Try again',
  home: 'To the paths',
  labs: 'To the labs',
};
