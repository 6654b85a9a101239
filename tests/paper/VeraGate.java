// Holds PDF files to veraPDF's own rules, many files in one run.
//
//     java -cp JAR VeraGate.java PDFUA-1,PDFA-3A FILE...
//
// JAR is any jar with veraPDF in it. One line a broken rule, and one line a file and profile that
// holds, with tabs between: file, profile, "holds" or clause, how often, what is wrong.
// Ends with 0 when every file could be read, whatever was found in it.

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class VeraGate {
    private static final String RULES = "/org/verapdf/pdfa/validation/";

    public static void main(String[] words) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : words[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int i = 1; i < words.length; i++) {
                look(Path.of(words[i]), name, profile);
            }
        }
    }

    private static void look(Path file, String name, ValidationProfile profile) throws Exception {
        try (InputStream bytes = Files.newInputStream(file);
                PDFAParser parser =
                        Foundries.defaultInstance().createParser(bytes, profile.getPDFAFlavour());
                PDFAValidator validator = ValidatorFactory.createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> broken = new TreeMap<>();
            for (TestAssertion one : result.getTestAssertions()) {
                if (one.getStatus() == TestAssertion.Status.FAILED) {
                    broken.merge(clause(one), 1, Integer::sum);
                }
            }
            if (broken.isEmpty() && result.isCompliant()) {
                say(file, name, "holds", result.getTotalAssertions(), "");
            }
            for (Map.Entry<String, Integer> rule : broken.entrySet()) {
                String[] parts = rule.getKey().split("\t", 2);
                say(file, name, parts[0], rule.getValue(), parts[1]);
            }
        }
    }

    private static String clause(TestAssertion one) {
        RuleId rule = one.getRuleId();
        String message = String.valueOf(one.getMessage()).replaceAll("\\s+", " ");
        return rule.getClause() + "-" + rule.getTestNumber() + "\t" + message;
    }

    private static void say(Path file, String name, String what, int often, String message) {
        System.out.println(String.join("\t", file.toString(), name, what, "" + often, message));
    }

    // The jar carries its profiles as XML, and the reader of that XML is left out of it.
    private static ValidationProfile profile(String name) throws Exception {
        Element root;
        try (InputStream xml = VeraGate.class.getResourceAsStream(RULES + name + ".xml")) {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder().parse(xml).getDocumentElement();
        }
        Set<Rule> rules = new HashSet<>();
        for (Element rule : all(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new HashSet<>();
        for (Element one : all(root, "variable")) {
            variables.add(Profiles.variableFromValues(
                    one.getAttribute("name"), one.getAttribute("object"),
                    text(one, "defaultValue"), text(one, "value")));
        }
        return Profiles.profileFromValues(
                PDFAFlavour.valueOf(root.getAttribute("flavour")),
                Profiles.profileDetailsFromValues(name, name, "", new Date(0)),
                "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId ruleId = Profiles.ruleIdFromValues(
                PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred")
                ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        List<Element> errors = all(rule, "error");
        String message = errors.isEmpty() ? "" : text(errors.get(0), "message");
        return Profiles.ruleFromValues(
                ruleId, rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(message, new ArrayList<>()), new ArrayList<>());
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent();
    }
}
