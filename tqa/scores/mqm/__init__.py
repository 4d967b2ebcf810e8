"""MQM: scoring profiles, quality scores with the confidence of their verdict, annotations of people, agreement."""
