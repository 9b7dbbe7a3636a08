/// What a column of results can mean.
enum ResultField: String, CaseIterable {
  case day, note, order, user, nickname, title, link, profile, format, published, campaign
  case noteCount, followers
  case impressions, reads, interactions, likes, collects, comments, shares, follows
  case promotedImpressions, heatedImpressions, naturalImpressions
  case promotedReads, heatedReads, naturalReads, completion
  case quote, fee, cost, consumed, refunded
  case spend, clicks, clickPrice, thousandPrice
  case channel, creator, orders, revenue, keyword, searches
}
