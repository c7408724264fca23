/*
 * FOR TEACHING ONLY. These keys are in public: whoever trusts a signature of theirs trusts everyone.
 * Made once with OpenSSL and kept as plain numbers (hexadecimal), so that every run of a lab gives the same bytes.
 */
/** The secret number and its point on P-256. */
export const ecNumbers = {
  'root-a': {
    d: 'b9a2068d18e2ba37d8d4eb949277f909eaacbe226f33d9987fd80e9e2f0aff84',
    x: 'edfae757b9dbeef8a40a3581f73c54e617e96094781eb5911fd9c540d2255f25',
    y: 'a74543a8f43ba97d3885a9be6a2961b031eeec23b2e1155aeca0183979af46de',
  },
  'root-b': {
    d: 'ae624f796ebd327b96d8971dcaf626c4de97b55a0bd191b907fd89475bd7ca66',
    x: '4c4e38ec96752469d58dc3cc4fdcc3642df2848e252ee13d08a135f07532646c',
    y: '88354261481e2d290cd778d9ec429c44105ddb713ae781863c3f2f090c32e961',
  },
  'root-c': {
    d: '8f8245735b0d190ea21275b859c0f52be800c174ca1e79a892b8142f44ac1628',
    x: '221f1ff460499dd290fbea9562fded6444dbab3d4d14daee9933d0d443dd75b6',
    y: '4ab7092c2d100b2e45d55232565fa09094aa3b0ea294f76c9f01c37c77aba489',
  },
  'intermediate-a': {
    d: '6244188feebaabdbb533b8b61f51ac24df1df3660aea98e8793409abecb24271',
    x: '5a6542f8e46c53366c8d6827f5587ea01403e0c6656f90ee00545d2149b70bb5',
    y: 'dfa08242b6362131e60744d8f5cb29cbe31258ea0b76a8c23a8c65570cf3c275',
  },
  'intermediate-b': {
    d: '2a3fa60844a00b3b8d45ba0c3e7ae0b866674c9fc900d720fb334a6ca868e4c3',
    x: 'f3c8db49368c75ae8c1e4a8bd522a671f7e55c5d8421dd82809a9b0040779980',
    y: '8afe4a2b3f97dabe65d3d481e1cf38439caf717aabd00919f88195dbcecab4a5',
  },
  'intermediate-c': {
    d: 'b7ebeeee1b3382ea3702db612e5104b409b7f43b87ea92ff30d1309e1982c9cd',
    x: '016f0eb1e3447c6ef880e95e7db762ba70e184b07163a6eda061a6fbb94d6686',
    y: '6acaff7ccd6a02a9c5484aba34ec725e5ca6758138b3125c6944ae95df55c661',
  },
  'server-a': {
    d: '2e9d7f4ab3e3df0c794d152dbf86493a29083e00c983a480245a9c75b7ad3abb',
    x: '1620f8ad81676122a47d89395bbf72284a67ab9d2b6ae08219991e0ec29b9c14',
    y: '772e579eb1ea3579e00c86ad87e99d4c66ddb004988d387ddbea93579ba5a50d',
  },
  'server-b': {
    d: 'd2c50234e841b8632b82f815779c39acf17ce01ea82fb6aaf61b6077f3f567b1',
    x: 'dc149300e0cdcf72cefc9458f30966bd2ed609194c5caddd1b5035043808f388',
    y: '710101c084afa26f972a20862288ab72b5d3722afe9f46bd3a16cfec9d2719a1',
  },
  'server-c': {
    d: 'd70bd695419e85ff926c5bab1891c71a7405a5dfa1885ec08eaa083423517d91',
    x: 'f9b336258d8a05b9cc24a3fca25db488f9fae8721f7fae10f26855eec8b68ef8',
    y: 'd1bf537089857865dfcc5eca8245e4f586e24cda771b31a03b50176b041fb7a3',
  },
  'server-d': {
    d: '224006fc18100fb5e9a9bd40fec6920177dbc9c8f7833be7f79feef1109cae03',
    x: '6fd2282d786d3aeab84631b6297856f736e97c41a6a50cfdde6221b6086e3087',
    y: 'b95ea0a8a1da945be873573f369dbd73b820640a6e3d76e634a1cdab50fdef08',
  },
  'client-a': {
    d: '35145b724f947ddca73f4fb833dc5630d1acc9052e3c2a349ee86d499ba5e079',
    x: '8c66496b38203e0d21928793f26c66fc3282ba7ef2f3cadd89fcaa33a335d7ef',
    y: '78cb006a723dc2297459a57a56852d0944a812f5f94e53d8a23d1241b8b6756d',
  },
  'learner-a': {
    d: '8f4e19fef39efea2429aa95a588b4d5b9b86db2ca365878d55388c33cc0cf407',
    x: '7628c3c31d2c836a8b44107cbceaad06f09abc3ad1f201653f63a8d130fe4a8c',
    y: 'd204161020105874b712792f16e4234ab3517232f65d57e46883c81ba393aa1f',
  },
  'learner-b': {
    d: 'ccc0d7379ef5fdc7537d27bd021913ebf52d5e7632875842ba69d8d17b097072',
    x: '602759c94448e51c86a60d86024f536dcd292a5df97e0514f340fc6eb0f2a220',
    y: '6c76a0919aaccb318ce7efb784a925efc395cfb1b19fa417c62fc0e58e69ad0b',
  },
  'mallory-a': {
    d: '0fa2a716f79341e56cf795d8d17f76013b214548fde27f5d10f2a3359ad679f6',
    x: '2a20346214c8c20ab18a469b09d34a56bdd8a39f2ca3074b12d22427d5385f2b',
    y: 'b2b590b8d4cfa81f4f886cc95bf87fb8f6cd7770abff02d24f53bef8e230a6a3',
  },
  'mallory-b': {
    d: '784401a6ab342c30341c055b812b02b62892f167ab10ae64bbc649a3aa676835',
    x: '2f1d9032aa19212e3de90400da81a55cecb2090d7ee005af14e55ce78acad3ad',
    y: 'a86abbf8ec7e90c8dbd4a013095dcf5c9b6bd9e8c47ac753fd77301077bf495b',
  },
} as const;
