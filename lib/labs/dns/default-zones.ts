/**
 * The internet of the lab, as zone files: a root, five top-level domains and what stands below them. Names are reserved ones
 * (RFC 2606, RFC 6761), addresses those for documentation (RFC 5737, RFC 3849). Hosts of the root and of com. and net. are called
 * as in reality, so that what `dig +trace` prints looks familiar; their addresses are not the real ones.
 */
export const defaultZones = `
; ------------------------------------------------------------------ the root
$ORIGIN .
$TTL 518400
@               IN SOA a.root-servers.net. nstld.example. 2026110100 1800 900 604800 86400
                IN NS  a.root-servers.net.
                IN NS  b.root-servers.net.
a.root-servers.net. IN A 203.0.113.1
b.root-servers.net. IN A 203.0.113.2
$TTL 172800
com.            IN NS  a.gtld-servers.net.
com.            IN NS  b.gtld-servers.net.
net.            IN NS  a.gtld-servers.net.
net.            IN NS  b.gtld-servers.net.
a.gtld-servers.net. IN A 203.0.113.5
b.gtld-servers.net. IN A 203.0.113.6
org.            IN NS  a.nic.org.
a.nic.org.      IN A   203.0.113.7
example.        IN NS  a.nic.example.
a.nic.example.  IN A   203.0.113.8
test.           IN NS  a.nic.test.
a.nic.test.     IN A   203.0.113.9

; ------------------------------------------------------- top-level domains
$ORIGIN com.
$TTL 172800
@               IN SOA a.gtld-servers.net. nstld.example. 2026110100 1800 900 604800 900
                IN NS  a.gtld-servers.net.
                IN NS  b.gtld-servers.net.
example         IN NS  ns1.example.net.

$ORIGIN net.
@               IN SOA a.gtld-servers.net. nstld.example. 2026110100 1800 900 604800 900
                IN NS  a.gtld-servers.net.
                IN NS  b.gtld-servers.net.
a.gtld-servers  IN A   203.0.113.5
b.gtld-servers  IN A   203.0.113.6
a.root-servers  IN A   203.0.113.1
b.root-servers  IN A   203.0.113.2
example         IN NS  ns1.example
example         IN NS  ns2.example
ns1.example     IN A   203.0.113.20
ns2.example     IN A   203.0.113.21

$ORIGIN org.
@               IN SOA a.nic hostmaster.nic 2026110100 1800 900 604800 900
                IN NS  a.nic
a.nic           IN A   203.0.113.7
example         IN NS  ns1.example
ns1.example     IN A   203.0.113.30

$ORIGIN example.
@               IN SOA a.nic hostmaster.nic 2026110100 1800 900 604800 900
                IN NS  a.nic
a.nic           IN A   203.0.113.8
shop            IN NS  ns1.shop
shop            IN NS  ns2.shop
ns1.shop        IN A   203.0.113.40
ns2.shop        IN A   203.0.113.41
; Its servers are in another zone, so there is no glue to give.
umbrella        IN NS  ns1.example.net.
; The first of its servers knows nothing of it: a lame delegation.
lame            IN NS  ns1.shop
lame            IN NS  ns1.lame
ns1.lame        IN A   203.0.113.44
; Nobody is there at either address.
dark            IN NS  ns1.dark
dark            IN NS  ns2.dark
ns1.dark        IN A   203.0.113.45
ns2.dark        IN A   203.0.113.46
big             IN NS  ns1.big
ns1.big         IN A   203.0.113.47
bank            IN NS  ns1.bank
ns1.bank        IN A   203.0.113.48
loop            IN NS  ns1.shop
; Each needs the other first.
circle          IN NS  ns.circle.test.

$ORIGIN test.
@               IN SOA a.nic hostmaster.nic 2026110100 1800 900 604800 900
                IN NS  a.nic
a.nic           IN A   203.0.113.9
evil            IN NS  ns.evil
ns.evil         IN A   203.0.113.66
circle          IN NS  ns.circle.example.

; --------------------------------------------------------------- the zones
$ORIGIN shop.example.
$TTL 300
@               IN SOA ns1 hostmaster 2026110107 7200 900 1209600 60
                IN NS  ns1
                IN NS  ns2
                IN A   198.51.100.20
                IN AAAA 2001:db8::20
                IN MX  10 mail
                IN MX  20 mail.example.net.
                IN TXT "v=spf1 mx -all"
ns1             IN A   203.0.113.40
ns2             IN A   203.0.113.41
www             IN CNAME @
static          IN CNAME shop.cdn.example.net.
mail            IN A   198.51.100.25
_imaps._tcp     IN SRV 0 1 993 mail
; Hidden by the delegation: only this name is there, nothing at dept itself.
printer.dept    IN A   198.51.100.26

$ORIGIN umbrella.example.
$TTL 3600
@               IN SOA ns1.example.net. hostmaster 2026110102 7200 900 1209600 120
                IN NS  ns1.example.net.
                IN A   198.51.100.50
www             IN CNAME umbrella.pages.example.net.
old             IN A   198.51.100.51

$ORIGIN lame.example.
$TTL 600
@               IN SOA ns1 hostmaster 2026110101 7200 900 1209600 60
                IN NS  ns1
                IN A   198.51.100.60
ns1             IN A   203.0.113.44

$ORIGIN big.example.
$TTL 300
@               IN SOA ns1 hostmaster 2026110101 7200 900 1209600 60
                IN NS  ns1
                IN A   198.51.100.61
                IN TXT "A name may carry texts, and whoever wants to prove that a name is theirs puts one there. In the course of years they become many."
                IN TXT "site-verification=8b0f6b2c1d9e4a7fa3c5d7e9f1b3a5c7e9d1f3b5a7c9e1d3f5b7a9c1e3d5f7b9a1c3e5d7f9b1a3c5e7d9f1b3a5c7e9"
                IN TXT "another-verification=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2"
                IN TXT "v=spf1 ip4:198.51.100.0/24 ip4:203.0.113.0/24 ip6:2001:db8::/32 include:mail.example.net include:shop.example ~all"
                IN TXT "Five hundred and twelve bytes were room enough for a message in 1987. This answer has more, so it comes over TCP."
ns1             IN A   203.0.113.47

$ORIGIN bank.example.
$TTL 3600
@               IN SOA ns1 hostmaster 2026110101 7200 900 1209600 60
                IN NS  ns1
                IN A   198.51.100.80
www             IN A   198.51.100.80
ns1             IN A   203.0.113.48

; No name here ever comes to an end.
$ORIGIN loop.example.
$TTL 300
@               IN SOA ns1.shop.example. hostmaster 2026110101 7200 900 1209600 60
                IN NS  ns1.shop.example.
a               IN CNAME b
b               IN CNAME a

$ORIGIN example.com.
$TTL 3600
@               IN SOA ns1.example.net. hostmaster 2026110101 7200 900 1209600 300
                IN NS  ns1.example.net.
                IN A   198.51.100.70
                IN MX  10 mail.example.net.
www             IN A   198.51.100.70

$ORIGIN example.net.
$TTL 3600
@               IN SOA ns1 hostmaster 2026110103 7200 900 1209600 300
                IN NS  ns1
                IN NS  ns2
                IN A   198.51.100.71
ns1             IN A   203.0.113.20
ns2             IN A   203.0.113.21
mail            IN A   198.51.100.72
umbrella.pages  600 IN CNAME edge3.cdn.example.org.
shop.cdn        60  IN A     198.51.100.21
; Whatever nobody else has under tenants.
*.tenants       IN A   198.51.100.73

$ORIGIN example.org.
$TTL 3600
@               IN SOA ns1 hostmaster 2026110101 7200 900 1209600 300
                IN NS  ns1
                IN A   198.51.100.74
ns1             IN A   203.0.113.30
cdn             IN NS  ns1.cdn
ns1.cdn         IN A   203.0.113.31

$ORIGIN cdn.example.org.
$TTL 60
@               IN SOA ns1 hostmaster 2026110101 7200 900 1209600 30
                IN NS  ns1
ns1             IN A   203.0.113.31
edge3           IN A   198.51.100.43
edge3           IN AAAA 2001:db8::43

$ORIGIN evil.test.
$TTL 3600
@               IN SOA ns hostmaster 2026110101 7200 900 1209600 60
                IN NS  ns
                IN A   203.0.113.66
ns              IN A   203.0.113.66
`;
