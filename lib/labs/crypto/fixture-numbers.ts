/*
 * FOR TEACHING ONLY. These keys are in public: whoever trusts a signature of theirs trusts everyone.
 * Made once with OpenSSL and kept as plain numbers (hexadecimal), so that every run of a lab gives the same bytes.
 */
/** Secret numbers on P-256; their points follow from them. */
export const ecNumbers = {
  'root-a': 'b9a2068d18e2ba37d8d4eb949277f909eaacbe226f33d9987fd80e9e2f0aff84',
  'root-b': 'ae624f796ebd327b96d8971dcaf626c4de97b55a0bd191b907fd89475bd7ca66',
  'root-c': '8f8245735b0d190ea21275b859c0f52be800c174ca1e79a892b8142f44ac1628',
  'intermediate-a': '6244188feebaabdbb533b8b61f51ac24df1df3660aea98e8793409abecb24271',
  'intermediate-b': '2a3fa60844a00b3b8d45ba0c3e7ae0b866674c9fc900d720fb334a6ca868e4c3',
  'intermediate-c': 'b7ebeeee1b3382ea3702db612e5104b409b7f43b87ea92ff30d1309e1982c9cd',
  'server-a': '2e9d7f4ab3e3df0c794d152dbf86493a29083e00c983a480245a9c75b7ad3abb',
  'server-b': 'd2c50234e841b8632b82f815779c39acf17ce01ea82fb6aaf61b6077f3f567b1',
  'server-c': 'd70bd695419e85ff926c5bab1891c71a7405a5dfa1885ec08eaa083423517d91',
  'server-d': '224006fc18100fb5e9a9bd40fec6920177dbc9c8f7833be7f79feef1109cae03',
  'client-a': '35145b724f947ddca73f4fb833dc5630d1acc9052e3c2a349ee86d499ba5e079',
  'learner-a': '8f4e19fef39efea2429aa95a588b4d5b9b86db2ca365878d55388c33cc0cf407',
  'learner-b': 'ccc0d7379ef5fdc7537d27bd021913ebf52d5e7632875842ba69d8d17b097072',
  'mallory-a': '0fa2a716f79341e56cf795d8d17f76013b214548fde27f5d10f2a3359ad679f6',
  'mallory-b': '784401a6ab342c30341c055b812b02b62892f167ab10ae64bbc649a3aa676835',
} as const;
