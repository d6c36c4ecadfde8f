// Validates PDFs against PDF/UA-1, or with -Dprofile=PDFA-2A against PDF/A-2a, with the parts of veraPDF that the npm package @opendataloader/pdf carries in its jar:
//   java -cp tests/node_modules/@opendataloader/pdf/lib/opendataloader-pdf-cli.jar tests/end-to-end/PdfUa.java a.pdf b.pdf
// Without files it takes one from each line of stdin, until that ends. One line of JSON a file on stdout. The jar lacks the JAXB runtime that veraPDF reads its profiles with, so the rules are
// read from the profile's XML here.

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class PdfUa {
  private static final String NAME = System.getProperty("profile", "PDFUA-1");
  private static final PDFAFlavour FLAVOUR = NAME.equals("PDFA-2A") ? PDFAFlavour.PDFA_2_A : PDFAFlavour.PDFUA_1;
  private static final String PROFILE = "org/verapdf/pdfa/validation/" + NAME + ".xml";
  /** Failures told of one rule: enough to find the cause. */
  private static final int SHOWN = 3;

  public static void main(String[] files) throws Exception {
    // The parser logs every oddity of a broken file.
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    ValidationProfile profile = readProfile();
    for (String file : files) System.out.println(validate(profile, file));
    if (files.length > 0) return;
    BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String file = lines.readLine(); file != null; file = lines.readLine()) {
      System.out.println(validate(profile, file));
      System.out.flush();
    }
  }

  private static String validate(ValidationProfile profile, String file) {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), FLAVOUR);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 1000, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      return "{\"file\":" + quote(file) + ",\"compliant\":" + result.isCompliant() + ",\"rules\":" + profile.getRules().size()
          + ",\"checks\":" + result.getTotalAssertions() + ",\"failures\":" + failures(result) + "}";
    } catch (Exception | LinkageError error) {
      return "{\"file\":" + quote(file) + ",\"compliant\":false,\"error\":" + quote(error.toString()) + "}";
    }
  }

  /** The rules that were broken, each with how often and where first. */
  private static String failures(ValidationResult result) {
    Map<String, List<String>> byRule = new LinkedHashMap<>();
    Map<String, String> messages = new LinkedHashMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
      String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
      byRule.computeIfAbsent(rule, key -> new ArrayList<>()).add(assertion.getLocation().getContext());
      messages.putIfAbsent(rule, assertion.getErrorMessage());
    }
    List<String> told = new ArrayList<>();
    byRule.forEach((rule, places) -> {
      List<String> first = new ArrayList<>();
      for (String place : places.subList(0, Math.min(SHOWN, places.size()))) first.add(quote(place));
      told.add("{\"rule\":" + quote(rule) + ",\"times\":" + places.size() + ",\"message\":" + quote(messages.get(rule))
          + ",\"at\":[" + String.join(",", first) + "]}");
    });
    return "[" + String.join(",", told) + "]";
  }

  private static ValidationProfile readProfile() throws Exception {
    Element root;
    try (InputStream xml = PdfUa.class.getClassLoader().getResourceAsStream(PROFILE)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element rule : elements(root, "rule")) rules.add(readRule(rule));
    Set<Variable> variables = new HashSet<>();
    for (Element variable : elements(root, "variable")) {
      variables.add(Profiles.variableFromValues(
          variable.getAttribute("name"), variable.getAttribute("object"), text(variable, "defaultValue"), text(variable, "value")));
    }
    return Profiles.profileFromValues(FLAVOUR, Profiles.profileDetailsFromValues(NAME, "", "", new Date(0)), "", rules, variables);
  }

  private static Rule readRule(Element rule) {
    Element id = elements(rule, "id").get(0);
    Element error = elements(rule, "error").get(0);
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element argument : elements(error, "argument")) {
      arguments.add(ErrorArgumentImpl.fromValues(argument.getTextContent(), null, null));
    }
    return Profiles.ruleFromValues(
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber"))),
        rule.getAttribute("object"),
        rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        new ArrayList<>());
  }

  private static List<Element> elements(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int index = 0; index < found.getLength(); index++) elements.add((Element) found.item(index));
    return elements;
  }

  private static String text(Element parent, String name) {
    List<Element> found = elements(parent, name);
    return found.isEmpty() ? "" : found.get(0).getTextContent();
  }

  private static String quote(String text) {
    if (text == null) return "null";
    StringBuilder quoted = new StringBuilder("\"");
    for (char character : text.toCharArray()) {
      if (character == '"' || character == '\\') quoted.append('\\').append(character);
      else if (character < ' ') quoted.append(String.format("\\u%04x", (int) character));
      else quoted.append(character);
    }
    return quoted.append('"').toString();
  }
}
