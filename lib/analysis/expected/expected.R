# What the statistics of three classes are, by R's own functions: mean, sd, median, cor, cor.test, prop.test. Run from the project's root:
#   Rscript lib/analysis/expected/expected.R
# It writes whole.json, partial.json, tiny.json, turned.json and alike.json beside itself: the shares that were earned (null: not answered), the seconds, and for each
# item what is to be found. The same seeds give the same classes. (`npx biome check --write lib/analysis` then breaks the lines.)

number <- function(x) if (is.null(x) || is.na(x)) "null" else sprintf("%.12g", x)
text <- function(x) sprintf('"%s"', x)
object <- function(...) {
  parts <- list(...)
  paste0("{", paste(sprintf('"%s": %s', names(parts), unlist(parts)), collapse = ", "), "}")
}
list_of <- function(xs) paste0("[", paste(xs, collapse = ", "), "]")
why <- function(reason) object(undefined = text(reason))

# A learner's mean share of the other items they have answered. Rounded only to tell ties from the last bit of a sum.
rest_of <- function(shares, item) {
  others <- shares[, -item, drop = FALSE]
  rest <- apply(others, 1, function(own) if (all(is.na(own))) NA else mean(own, na.rm = TRUE))
  round(rest, 9)
}

facility_of <- function(x) {
  n <- length(x)
  if (n == 0) return(why("no-answers"))
  bounds <- suppressWarnings(prop.test(sum(x), n, correct = FALSE))$conf.int
  object(value = number(mean(x)), low = number(bounds[1]), high = number(bounds[2]))
}

deviation_of <- function(x) {
  if (length(x) == 0) return(why("no-answers"))
  if (length(x) == 1) return(why("too-few"))
  number(sd(x))
}

fault_of <- function(x, rest) {
  if (length(x) == 0) return("no-answers")
  if (length(x) <= 3) return("too-few")
  if (length(unique(x)) == 1) return("all-alike")
  if (length(unique(rest)) == 1) return("rest-alike")
  NULL
}

item_rest_of <- function(x, rest) {
  fault <- fault_of(x, rest)
  if (!is.null(fault)) return(why(fault))
  r <- cor(x, rest)
  if (isTRUE(all.equal(abs(r), 1, tolerance = 1e-9))) return(object(value = number(r), interval = text("perfect")))
  bounds <- cor.test(x, rest)$conf.int
  object(value = number(r), low = number(bounds[1]), high = number(bounds[2]))
}

efficiency_of <- function(x, rest) {
  fault <- fault_of(x, rest)
  if (!is.null(fault)) return(why(fault))
  number(cov(x, rest) / cov(sort(x), sort(rest)))
}

# Each learner's part in the lower and the upper group, by where those who did equally well stand among all.
upper_lower_of <- function(x, rest) {
  n <- length(x)
  if (n == 0) return(why("no-answers"))
  size <- 0.27 * n
  if (size < 1) return(why("too-few"))
  if (length(unique(x)) == 1) return(why("all-alike"))
  if (length(unique(rest)) == 1) return(why("rest-alike"))
  first <- rank(rest, ties.method = "min") - 1
  last <- rank(rest, ties.method = "max")
  lower <- pmax(0, pmin(size, last) - first) / (last - first)
  upper <- pmax(0, last - pmax(n - size, first)) / (last - first)
  number(sum(x * upper) / sum(upper) - sum(x * lower) / sum(lower))
}

median_of <- function(seconds) if (length(seconds) == 0) why("no-answers") else number(median(seconds))

write_class <- function(name, shares, seconds) {
  items <- sapply(seq_len(ncol(shares)), function(item) {
    answered <- !is.na(shares[, item])
    x <- shares[answered, item]
    rest <- rest_of(shares, item)[answered]
    rated <- !is.na(rest)
    object(
      n = number(length(x)),
      facility = facility_of(x),
      deviation = deviation_of(x),
      itemRest = item_rest_of(x[rated], rest[rated]),
      upperLower = upper_lower_of(x[rated], rest[rated]),
      efficiency = efficiency_of(x[rated], rest[rated]),
      medianSeconds = median_of(seconds[answered & !is.na(seconds[, item]), item])
    )
  })
  rows <- function(table) list_of(apply(table, 1, function(row) list_of(sapply(row, number))))
  lines <- c(
    "{",
    sprintf('  "shares": %s,', rows(shares)),
    sprintf('  "seconds": %s,', rows(seconds)),
    sprintf('  "items": [\n    %s\n  ]', paste(items, collapse = ",\n    ")),
    "}"
  )
  writeLines(lines, file.path("lib/analysis/expected", paste0(name, ".json")))
}

# Right or wrong, sixty learners: two items on which all are alike, one that those who know more answer worse, many ties.
set.seed(20261124)
skill <- rnorm(60)
whole <- sapply(c(-1.5, -0.7, 0, 0.4, 1.1, 1.8), function(hard) as.numeric(runif(60) < plogis(1.4 * skill - hard)))
whole <- cbind(whole, 1, 0, as.numeric(runif(60) < plogis(-1.2 * skill)))
seconds <- matrix(round(rlnorm(60 * 9, 3.5, 0.8)), 60)
write_class("whole", whole, seconds)

# Partial credit, thirty-seven learners, a fifth of the answers missing; one item answered by three, one by one, one by nobody.
skill <- rnorm(37)
thirds <- function(hard) rbinom(37, 3, plogis(skill - hard)) / 3
quarters <- function(hard) rbinom(37, 4, plogis(skill - hard)) / 4
partial <- cbind(thirds(-0.5), quarters(0), thirds(0.8), quarters(-1), rbinom(37, 1, plogis(skill)))
partial[runif(37 * 5) < 0.2] <- NA
few <- function(count) c(rep(NA, 37 - count), runif(count) > 0.5)
partial <- cbind(partial, few(3), few(1), few(0))
# One who has answered the first item alone: an answer, and nothing to compare it with.
partial[5, ] <- c(1, rep(NA, 7))
seconds <- matrix(round(rlnorm(37 * 8, 4, 1)), 37)
seconds[runif(37 * 8) < 0.3 | is.na(partial)] <- NA
write_class("partial", partial, seconds)

# Five learners: a perfect correlation, a perfect one the other way round, an item beside which everybody is alike.
tiny <- cbind(c(0, 0.25, 0.5, 0.75, 1), c(0, 0.25, 0.5, 0.75, 1), c(NA, NA, NA, NA, 1))
write_class("tiny", tiny, matrix(c(10, 20, 30, 40, 50, 1, 1, 2, 2, NA, NA, NA, NA, NA, 7), 5))

# Four learners, two items that turn each other round, and equal rests.
turned <- cbind(c(0, 0.25, 0.75, 1), c(1, 0.75, 0.25, 0))
write_class("turned", turned, matrix(NA, 4, 2))
alike <- cbind(c(0, 1, 0, 1), c(0.5, 0.5, 0.5, 0.5))
write_class("alike", alike, matrix(NA, 4, 2))
