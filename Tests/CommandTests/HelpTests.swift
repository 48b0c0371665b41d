import Support
import Testing

@Suite struct HelpTests {
}
