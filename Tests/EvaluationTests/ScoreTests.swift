import Evaluation
import Extraction
import Support
import Testing

@Suite struct ScoreTests {
  @Test func annotationsBecomeGold() throws {
    let gold = try Gold("\(Checkout.root)/corpus/gold")
    #expect(gold.articles.count == Checkout.articles.count)
    for article in gold.articles {
      let scalars = Array((article.text ?? "").unicodeScalars)
      for mention in article.mentions {
        #expect(scalars[mention.start..<mention.end].elementsEqual(mention.text.unicodeScalars), "\(article.id): \(mention.text)")
      }
    }
  }
}
